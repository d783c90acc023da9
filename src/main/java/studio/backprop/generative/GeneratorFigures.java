package studio.backprop.generative;

import java.util.Optional;
import studio.backprop.train.metric.ModeCoverage;

/**
 * What a generator G and a discriminator D have come to by certain weights, counted over {@link GeneratorEvaluator#JUDGED} examples of each
 * kind from noise that is the same each time.
 *
 * @param step how many steps the weights have learned
 * @param meanReal the mean of D on real examples
 * @param meanGenerated the mean of D on generated ones
 * @param right the share of real and generated examples, as many of each, that D tells right
 * @param slope ‖∂L/∂G(z)‖ of the generator's loss, the root mean square over {@link GeneratorEvaluator#SHOWN} examples of each's share
 * @param median of the same shares: what half of the examples get, where a few that D takes for real get far more
 * @param coverage which modes or classes are covered; empty where none are known
 */
public record GeneratorFigures(
    long step, double meanReal, double meanGenerated, double right, double slope, double median,
    Optional<ModeCoverage> coverage) {}
