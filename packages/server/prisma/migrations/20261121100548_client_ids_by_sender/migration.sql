-- The sender comes first, so that no other index of the table can answer whether a client id was used: a plan made while the table was
-- empty took the index of the conversation's numbers, and read the whole conversation for every message.
CREATE UNIQUE INDEX "message_sender_id_client_id_conversation_id_key" ON "message"("sender_id", "client_id", "conversation_id");

DROP INDEX "message_conversation_id_sender_id_client_id_key";
