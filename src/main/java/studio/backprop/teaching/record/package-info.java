/**
 * Learner records: progress and first answers, kept in local files, and tables for a class. {@link LearnerProgress} is one learner, {@link
 * ResultsFile} writes CSV, {@link CollectedResults} joins those of a class. No accounts, nothing is sent. Decision 51.
 */
package studio.backprop.teaching.record;
