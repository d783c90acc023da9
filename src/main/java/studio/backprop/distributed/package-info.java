/** Trials of a search on the members of a cluster: what is sent, and who trains it. */
package studio.backprop.distributed;
