package studio.backprop.generative;

import java.util.Optional;
import studio.backprop.train.metric.ModeCoverage;

/**
 * Statistics of a generator G and a discriminator D over {@link GeneratorEvaluator#JUDGED} examples of each kind, from the same noise each
 * time. Immutable.
 *
 * @param step of the weights
 * @param meanReal mean of D on real examples
 * @param meanGenerated mean of D on generated examples
 * @param right accuracy of D on equally many real and generated examples
 * @param slope ‖∂L/∂G(z)‖ of the generator's loss, root mean square over {@link GeneratorEvaluator#SHOWN} examples
 * @param median of the same norms, robust against outliers
 * @param coverage mode coverage; empty without known modes
 */
public record GeneratorFigures(
    long step, double meanReal, double meanGenerated, double right, double slope, double median,
    Optional<ModeCoverage> coverage) {}
