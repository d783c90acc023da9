package studio.backprop.train.record;

/**
 * How well an agent acts. Its weights are chosen by looks at a hundred worlds, and reported on a hundred others.
 *
 * @param steps in all worlds of its training
 * @param episodes that ended in it
 * @param meanReturn100 the mean return of the last hundred of these, as it acted while learning
 * @param bestMeanReturn100 the highest mean of a hundred in a row; NaN of fewer
 * @param greedyReturn the mean return of its best actions over a hundred worlds, by the weights that are kept
 * @param greedySteps the mean length of these episodes
 * @param lastGreedyReturn the same by the weights of the last step
 */
public record AgentScores(
    long steps, int episodes, double meanReturn100, double bestMeanReturn100, double greedyReturn, double greedySteps,
    double lastGreedyReturn) {}
