-- AlterEnum
ALTER TYPE "conversation_kind" ADD VALUE 'team';
ALTER TYPE "conversation_kind" ADD VALUE 'escalation';
