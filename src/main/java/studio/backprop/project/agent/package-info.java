/**
 * Reinforcement-learning methods and their hyperparameters: Q-learning, SARSA, DQN, REINFORCE, actor-critic, PPO. One immutable record a
 * method, with a line in {@link MethodCatalog}; forms and files are read from its components.
 */
package studio.backprop.project.agent;
