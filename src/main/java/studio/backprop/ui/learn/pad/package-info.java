/** The pad on which a person draws an example of their own: the network answers while the pen moves. Knows no other room. */
package studio.backprop.ui.learn.pad;
