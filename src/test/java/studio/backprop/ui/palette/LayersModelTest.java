package studio.backprop.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;

class LayersModelTest {
  private final List<LayerType> added = new ArrayList<>();
  private final LayersModel model = new LayersModel(added::add);

  private static LayerType type(String id) {
    return LayerCatalog.find(id).orElseThrow();
  }

  private List<String> found(String search) {
    model.searchProperty().set(search);
    return model.found().stream().map(LayerType::id).toList();
  }

  @Test
  void withoutASearchEveryLayerIsThere() {
    assertThat(model.found()).containsExactlyInAnyOrderElementsOf(LayerCatalog.types());
  }

  @Test
  void aLayerIsFoundByItsTitleInEitherLanguageAndByItsId() {
    assertThat(found("MAX po")).contains("max_pool2d");
    assertThat(found("maxpool")).contains("max_pool2d");
    assertThat(found("全连接")).contains("dense");
    assertThat(found("conv2d")).contains("conv2d");
    assertThat(found("nothing like this")).isEmpty();
  }

  @Test
  void aLayerIsFoundByWhatOtherLibrariesCallItAndByItsFunctions() {
    assertThat(found("relu")).containsExactly("activation");
    assertThat(found("softmax")).containsExactly("activation");
    assertThat(found("linear")).containsExactly("dense");
    assertThat(found("fully connected")).containsExactly("dense");
    assertThat(found("线性")).contains("dense");
    assertThat(found("self-attention")).containsExactly("multi_head_attention");
    assertThat(found("反卷积")).containsExactly("conv2d_transpose");
    assertThat(found("onnx")).isEmpty();
  }

  @Test
  void enterAddsTheFirstLayerFound() {
    found("conv 2");
    model.addFirst();
    assertThat(added).containsExactly(type("conv2d"));
  }

  @Test
  void enterAddsNothingWhereNothingIsFound() {
    found("nothing like this");
    model.addFirst();
    assertThat(added).isEmpty();
  }

  @Test
  void arrowsWalkOverTheChipsInRowsOfTwo() {
    assertThat(model.beside(type("input"), 1, 0)).contains(type("dense"));
    assertThat(model.beside(type("input"), -1, 0)).isEmpty();
    assertThat(model.beside(type("dense"), 0, 1)).contains(type("dropout"));
    assertThat(model.beside(type("input"), 0, -1)).isEmpty();
    assertThat(model.beside(type("concatenate"), 0, 1)).isEmpty();
  }
}
