package studio.backprop.ui.window.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresenterModelTest {
  private final PresenterModel model = new PresenterModel(3);

  @Test
  void escapePutsAwayOneThingAtATimeAndEndsLast() {
    model.begin();
    model.spotlightProperty().set(true);
    model.drawingProperty().set(true);
    model.escape();
    assertThat(model.drawingProperty().get()).isFalse();
    assertThat(model.spotlightProperty().get()).isTrue();
    model.escape();
    assertThat(model.spotlightProperty().get()).isFalse();
    assertThat(model.presentingProperty().get()).isTrue();
    model.escape();
    assertThat(model.presentingProperty().get()).isFalse();
  }

  @Test
  void theNextPresentationBeginsWithEmptyHands() {
    model.begin();
    model.blankProperty().set(true);
    model.growSpotlight(3);
    model.end();
    model.begin();
    assertThat(model.blankProperty().get()).isFalse();
    assertThat(model.radiusProperty().get()).isEqualTo(PresenterModel.USUAL_RADIUS);
  }

  @Test
  void theSpotlightStaysBetweenACoinAndAScreen() {
    model.growSpotlight(-1000);
    assertThat(model.radiusProperty().get()).isEqualTo(60);
    model.growSpotlight(1000);
    assertThat(model.radiusProperty().get()).isEqualTo(500);
  }

  @Test
  void afterTheLastViewComesTheFirst() {
    model.show(2);
    model.show(model.viewProperty().get() + 1);
    assertThat(model.viewProperty().get()).isZero();
    model.show(-1);
    assertThat(model.viewProperty().get()).isEqualTo(2);
  }
}
