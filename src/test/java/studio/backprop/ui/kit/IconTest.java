package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;

class IconTest {
  @ParameterizedTest
  @EnumSource(Icon.class)
  void everyIconIsInTheBundledSet(Icon icon) {
    FontIcon view = icon.view();
    assertThat(view.getIconCode().getDescription()).isEqualTo(icon.code());
  }
}
