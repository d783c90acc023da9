package studio.backprop.ui.kit.form;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.NumberModel;
import studio.backprop.ui.kit.NumberRange;

@ExtendWith(ApplicationExtension.class)
class RateFieldTest {
  private final NumberModel rate = new NumberModel(NumberRange.positive(), 0.001);
  private Slider slider;

  @Start
  void start(Stage stage) {
    RateField field = new RateField(new Lang(Texts.ENGLISH), rate, new SimpleStringProperty("Learning rate"), () -> {});
    stage.setScene(new Scene(field, 300, 60));
    stage.sizeToScene();
    stage.show();
    slider = (Slider) field.lookup(".slider");
  }

  @Test
  void theSliderGivesTwoDigits(FxRobot robot) {
    robot.interact(() -> slider.setValue(-1.23456));
    assertThat(rate.value()).isEqualTo(0.058);
  }

  @Test
  void theSliderFollowsTheNumber(FxRobot robot) {
    robot.interact(() -> rate.valueProperty().set(0.01));
    assertThat(slider.getValue()).isEqualTo(-2);
  }

  @Test
  void aNumberBeyondTheSliderIsKept(FxRobot robot) {
    robot.interact(() -> rate.valueProperty().set(50));
    assertThat(slider.getValue()).isEqualTo(slider.getMax());
    assertThat(rate.value()).isEqualTo(50);
  }
}
