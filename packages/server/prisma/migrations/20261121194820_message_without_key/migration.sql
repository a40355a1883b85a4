-- contract: the servers of the version before write a message under the lock of its conversation's row too, never delete a conversation, and read through no key.
-- Locked in the order in which a send takes them, so that neither waits for the other.
LOCK TABLE "conversation", "message" IN ACCESS EXCLUSIVE MODE;

-- Each message looked up and locked the row that the statement which writes it has just updated.
ALTER TABLE "message" DROP CONSTRAINT "message_conversation_id_fkey";
