ALTER TABLE "notifications" ADD COLUMN "part" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "notifications" DROP CONSTRAINT "notifications_case_id_message_pk";--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_case_id_message_part_pk" PRIMARY KEY("case_id","message","part");
