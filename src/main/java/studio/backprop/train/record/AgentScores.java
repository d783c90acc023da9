package studio.backprop.train.record;

/**
 * Scores of an agent. Its weights are selected by evaluation in 100 environments and reported on 100 others. Immutable.
 *
 * @param training steps in all environments
 * @param completed training episodes
 * @param meanReturn100 mean return of the last 100 training episodes
 * @param bestMeanReturn100 highest mean of 100 in a row; NaN of fewer
 * @param greedyReturn mean return of the greedy policy with the best weights
 * @param greedySteps mean length of those episodes
 * @param lastGreedyReturn the same with the weights of the last step
 */
public record AgentScores(
    long steps, int episodes, double meanReturn100, double bestMeanReturn100, double greedyReturn, double greedySteps,
    double lastGreedyReturn) {}
