package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;

class IconTest {
  @ParameterizedTest
  @EnumSource(Icon.class)
  void everyIconIsInTheBundledSet(Icon icon) {
    FontIcon view = icon.view();
    assertThat(view.getIconCode().getDescription()).isEqualTo(icon.code());
  }

  static Stream<LayerType> layers() {
    return LayerCatalog.types().stream();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void everyLayersIconIsInTheBundledSet(LayerType type) {
    assertThat(Icon.of(type).getIconCode().getDescription()).endsWith(type.icon());
  }

  @Test
  void noTwoLayersLookAlike() {
    assertThat(layers().map(LayerType::icon)).doesNotHaveDuplicates();
  }
}
