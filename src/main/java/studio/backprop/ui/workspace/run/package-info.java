/**
 * Training run as the window sees it: orders to the trainer, and what came back in this frame. {@link RunModel} looks at mailbox and ring
 * once a frame, on the {@code Pulse}; views redraw together when its frame ticks, in every fourth frame at most (decision 9). {@link
 * PredictionRequests} asks a copy of the network on a worker thread, at most a fifth of a core while training runs; an answer carries the
 * {@link WeightsVersion} by which it was computed. {@link RunHistory} holds the curves, {@link FocusModel} what is pointed at, {@link
 * WorkModel} what would be lost with the window.
 */
package studio.backprop.ui.workspace.run;
