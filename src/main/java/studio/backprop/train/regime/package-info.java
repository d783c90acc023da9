/**
 * Kinds of training: which parameters are updated in a step, from which batch, by which loss, and how an epoch is scored. A {@link Regime}
 * lists the turns of the next step: {@link SupervisedTraining} has one learner, {@link AdversarialTraining} discriminator and generator,
 * each by the same loss with the other frozen, {@link AgentTraining} one or two over collected experience. Decisions 34, 82 and 83.
 */
package studio.backprop.train.regime;
