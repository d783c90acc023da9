package studio.backprop.app;

/** On the screen in memory. */
class MouseStoryTest extends MouseStory {}
