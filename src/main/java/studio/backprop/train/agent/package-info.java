/** What an agent lives through: worlds, what it remembers, how it acts, and how well. Knows plans and weights, and nothing of steps. */
package studio.backprop.train.agent;
