/** Training as the window sees it: orders to the trainer, and what came back in this frame. Other rooms of the window may use it. */
package studio.backprop.ui.workspace.run;
