/** The document: what a person decides, from the network to the settings of training, and whether it can be trained. */
package studio.backprop.project;
