/**
 * Environments for reinforcement learning in the sense of Gymnasium: CartPole, MountainCar, Acrobot, grid worlds and a bandit. An {@link
 * Environment} is an immutable set of equations: state, action and a numbered random draw ({@link SeededRandom}) give the next state,
 * reward and end of the episode; the state is held by the caller. {@link GridMap} is a map that a person may edit. Knows no network.
 */
package studio.backprop.environment;
