/**
 * Distributed hyperparameter search: trials of a search as tasks of a cluster. {@link ClusterTrialExecutor} sends trials to other machines
 * and trains those that they refuse, {@link RemoteTrials} trains them there. The weights of a trial do not depend on the machine that
 * trained it. Decision 89.
 */
package studio.backprop.distributed;
