/**
 * Evaluation of GANs in inference mode: modes covered, share of samples on a mode, and the discriminator's accuracy. The training thread
 * copies the weights of every 100th round into a {@link RoundLog}; {@link GeneratorEvaluator} judges them on whichever worker thread asks
 * first, with fixed noise, so that results depend on the round alone. {@link SampleClassifier} counts the classes of generated images.
 * Decisions 82 and 85.
 */
package studio.backprop.generative;
