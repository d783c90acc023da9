package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ModalTest {
  @Test
  void aBoxStaysWithinItsWindow() {
    assertThat(Modal.within(500, 300, 100, 1000)).as("inside already").isEqualTo(500);
    assertThat(Modal.within(950, 300, 100, 1000)).as("over the far end").isEqualTo(800);
    assertThat(Modal.within(20, 300, 100, 1000)).as("before the near end").isEqualTo(100);
    assertThat(Modal.within(20, 3000, 100, 1000)).as("larger than the window: its beginning is seen").isEqualTo(100);
  }
}
