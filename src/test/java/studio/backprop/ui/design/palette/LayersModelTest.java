package studio.backprop.ui.design.palette;

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
    assertThat(model.beside(type("dense"), 0, 1)).contains(type("max_pool2d"));
    assertThat(model.beside(type("input"), 0, -1)).isEmpty();
    assertThat(model.beside(type("concatenate"), 0, 1)).isEmpty();
  }

  @Test
  void theCommonLayersStandFirstAndThreeGroupsAreOpenAtFirst() {
    List<LayersModel.Section> sections = model.sectionsProperty().getValue();
    assertThat(sections.get(0).types()).extracting(LayerType::id)
        .containsExactly("input", "dense", "conv2d", "max_pool2d", "flatten", "dropout", "output");
    assertThat(sections).extracting(LayersModel.Section::id)
        .containsExactly("common", "basic", "shape", "convolution", "sequence", "graph", "merge");
    assertThat(sections.stream().filter(section -> model.shows(section.id()).getValue()).map(LayersModel.Section::id))
        .containsExactly("common", "basic", "shape");
  }

  @Test
  void aFoldedGroupIsPassedOverByTheArrowsButTheSearchFindsItsLayers() {
    assertThat(model.beside(type("repeat"), 1, 0)).as("what follows is folded").isEmpty();
    model.toggle("sequence");
    assertThat(model.beside(type("repeat"), 1, 0)).contains(type("conv1d"));
    model.toggle("common");
    assertThat(model.shown()).doesNotContain(type("dense"));
    for (LayerType every : LayerCatalog.types()) {
      assertThat(found(every.id())).contains(every.id());
      assertThat(model.shown()).as("a group that is searched shows what was found").contains(every);
    }
    found("");
    assertThat(model.openProperty().get()).as("the search folds and unfolds nothing for good")
        .containsExactlyInAnyOrder("basic", "shape", "sequence", "palette.own_blocks");
  }
}
