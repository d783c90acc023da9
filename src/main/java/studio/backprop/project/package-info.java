/**
 * Project: the document of network, data, objective and training settings, and whether it can be trained. {@link Project} is immutable;
 * {@link Assignment} is the kind of training ({@link Supervised}, {@link Adversarial}, {@link Agent}); {@link Readiness} names what is
 * missing; {@link FirstNetwork} proposes a network for a table. {@link DecisionThreshold} is a part of the project (decision 70).
 */
package studio.backprop.project;
