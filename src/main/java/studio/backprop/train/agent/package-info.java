/**
 * Experience collection for reinforcement learning: vectorized environments, replay memory, rollouts, and greedy evaluation. A {@link
 * Collector} acts before a batch is dealt: {@link OnlineCollector} (Q-learning, SARSA), {@link ReplayCollector} (DQN), {@link
 * RolloutCollector} (policy gradients). {@link VectorEnvironment} steps several environments, {@link BatchedPolicy} chooses their actions,
 * {@link GreedyEvaluation} measures returns in environments of its own. Random draws are numbered by update and environment step. {@link
 * AgentSnapshot} is the immutable view for readers. Decision 83.
 */
package studio.backprop.train.agent;
