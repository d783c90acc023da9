/** The time machine: any past step of a run, rebuilt to the bit from its tape. Knows the room of training; no training knows it. */
package studio.backprop.train.time;
