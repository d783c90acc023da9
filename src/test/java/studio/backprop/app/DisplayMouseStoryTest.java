package studio.backprop.app;

import org.junit.jupiter.api.Tag;

/** In a real window. */
@Tag("display")
class DisplayMouseStoryTest extends MouseStory {}
