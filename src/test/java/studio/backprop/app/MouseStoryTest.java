package studio.backprop.app;

import org.junit.jupiter.api.Tag;

/** On the screen in memory. */
@Tag("story")
class MouseStoryTest extends MouseStory {}
