/** How an agent learns from rewards: methods and their settings, as records from which forms and files are read. */
package studio.backprop.project.agent;
