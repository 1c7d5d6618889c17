-- AlterTable
ALTER TABLE "bulletin" DROP COLUMN "file_id";
