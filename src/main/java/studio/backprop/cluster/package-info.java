/**
 * Tasks that several programs work on together: they find each other by address, share a secret, and lose no task when one of them dies.
 * A task and its result are bytes; what they mean is the affair of whoever gives them.
 */
package studio.backprop.cluster;
