/** What an author of lessons needs: a first lesson from a project, a folder that is watched, edits as commands. Nothing of the window. */
package studio.backprop.teaching.author;
