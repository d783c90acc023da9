package studio.backprop.ui.design.designer.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.block.StandardBlock;
import studio.backprop.ui.design.designer.DesignerStage;
import studio.backprop.ui.workspace.document.DocumentModel;

class BlockGrowthTest {
  private final DocumentModel document = new DocumentModel();
  private final DesignerModel model = new DesignerModel(document);
  private Network opened;

  @BeforeEach
  void open() {
    document.open(DesignerStage.digits(), "test", Optional.empty());
    opened = document.network();
    model.camera().setWindow(new Box(0, 0, 1000, 600));
  }

  private void trainsWithoutOverlap() {
    assertThat(document.problemsProperty().get()).isEmpty();
    List<Box> boxes = document.network().nodes().stream().map(model.places()::box).toList();
    for (int i = 0; i < boxes.size(); i++) {
      Box one = boxes.get(i);
      assertThat(boxes.subList(i + 1, boxes.size())).noneMatch(one::touches);
    }
  }

  @Test
  void aResidualBlockBehindANodeFitsItIsAGroupAndOneEdit() {
    document.select(Set.of(2));
    model.addAfterSelection(StandardBlock.RESIDUAL);
    trainsWithoutOverlap();
    assertThat(document.network().marks().groups()).singleElement().satisfies(group -> {
      assertThat(group.members()).hasSize(7);
      assertThat(document.selection()).containsExactlyInAnyOrderElementsOf(group.members());
      assertThat(document.network().targets(2)).extracting(Node::id).allMatch(group::has).hasSize(2);
      assertThat(document.network().sources(3)).extracting(Node::id).allMatch(group::has);
    });
    document.undo();
    assertThat(document.network()).isEqualTo(opened);
  }

  @Test
  void anotherBlockFollowsTheOneThatIsSelected() {
    document.select(Set.of(2));
    model.addAfterSelection(StandardBlock.RESIDUAL);
    model.addAfterSelection(StandardBlock.RESIDUAL);
    trainsWithoutOverlap();
    assertThat(document.network().marks().groups()).extracting(group -> group.name()).containsExactly("residual_1", "residual_2");
  }

  @Test
  void theQuickMenuOffersTheBlocksThatFitAndPutsOneIntoAWire() {
    ChooseLayer.within(model, new Wire(6, 7));
    assertThat(model.hand().choiceProperty().get().orElseThrow().blocks()).containsExactly(StandardBlock.RESIDUAL, StandardBlock.MLP);
    model.hand().cancel();
    ChooseLayer.within(model, new Wire(3, 4));
    model.hand().choiceProperty().get().orElseThrow().take(StandardBlock.CONVOLUTION);
    trainsWithoutOverlap();
    assertThat(document.network().nodes()).hasSize(opened.nodes().size() + 4);
  }

  @Test
  void aBlockIsDroppedFromThePaletteBetweenTwoNodes() {
    WireCurve wire = model.places().curve(new Wire(2, 3));
    model.hand().begin(new PlaceLayer(model, StandardBlock.RESIDUAL));
    model.hand().moveTo(wire.x(0.5), wire.y(0.5));
    model.hand().commit();
    trainsWithoutOverlap();
    assertThat(document.network().marks().groups()).hasSize(1);
  }
}
