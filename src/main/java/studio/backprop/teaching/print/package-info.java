/** The guide for teachers on paper: lessons with everything that the learner sees later, in XHTML, which is also printed as PDF. */
package studio.backprop.teaching.print;
