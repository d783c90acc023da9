/** The time machine: any past step of a run, rebuilt to the bit from its checkpoint log. It knows training; training does not know it. */
package studio.backprop.run.time;
