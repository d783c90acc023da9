/**
 * Execution of a search: {@link SearchRunner} asks for the next trials and has them trained by a {@link TrialExecutor}, on several worker
 * threads or on other machines. {@link TrialRun} trains a project from a checkpoint to an epoch, {@link BestTested} scores the best trial
 * on the test part once. Results do not depend on who trains. Decisions 81 and 87.
 */
package studio.backprop.search.run;
