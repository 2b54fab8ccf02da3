ALTER TABLE "case_seen" RENAME TO "case_reads";--> statement-breakpoint
ALTER TABLE "case_reads" RENAME COLUMN "seen_at" TO "read_at";--> statement-breakpoint
ALTER TABLE "case_reads" RENAME CONSTRAINT "case_seen_user_id_case_id_pk" TO "case_reads_user_id_case_id_pk";--> statement-breakpoint
ALTER TABLE "case_reads" RENAME CONSTRAINT "case_seen_user_id_user_id_fk" TO "case_reads_user_id_user_id_fk";--> statement-breakpoint
ALTER TABLE "service_calls" RENAME TO "idempotency_records";--> statement-breakpoint
ALTER INDEX "service_calls_pkey" RENAME TO "idempotency_records_pkey";--> statement-breakpoint
ALTER TABLE "notifications" RENAME TO "mail_outbox";--> statement-breakpoint
ALTER TABLE "mail_outbox" RENAME COLUMN "sending_until" TO "claimed_until";--> statement-breakpoint
ALTER TABLE "mail_outbox" RENAME CONSTRAINT "notifications_case_id_message_part_pk" TO "mail_outbox_case_id_message_part_pk";--> statement-breakpoint
ALTER INDEX "notifications_unsent" RENAME TO "mail_outbox_unsent";
