/** Wing of monitoring: plots of the run, the doctor, and the time machine. */
package studio.backprop.ui.watch;
