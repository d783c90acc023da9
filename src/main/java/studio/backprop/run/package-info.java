/** The thread that trains: it takes orders, and keeps what a window wants to see of the run. */
package studio.backprop.run;
