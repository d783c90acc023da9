package studio.backprop.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

class NetworkTest {
  private static final int INPUT = 1;
  private static final int HIDDEN = 2;
  private static final int LAST = 3;
  private static final int LOSS = 4;

  private static Network chain() {
    return Network.EMPTY
        .add(Input.row(2), 0, 0)
        .add(Dense.of(10, Activation.RELU), 200, 0)
        .add(Dense.of(1, Activation.SIGMOID), 400, 0)
        .add(Output.of(Loss.BINARY_CROSS_ENTROPY), 600, 0)
        .wire(INPUT, HIDDEN)
        .wire(HIDDEN, LAST)
        .wire(LAST, LOSS);
  }

  @Test
  void aChainKnowsItsShapesAndParameters() {
    Analysis analysis = chain().analyse();
    assertThat(analysis.valid()).isTrue();
    assertThat(analysis.shape(HIDDEN)).contains(Shape.of(10));
    assertThat(analysis.parameterCount()).isEqualTo(2 * 10 + 10 + 10 + 1);
    assertThat(analysis.flops()).isEqualTo(2 * (2 * 10 + 10));
  }

  @Test
  void deletingANodeHealsTheChain() {
    Network healed = chain().remove(List.of(HIDDEN));
    assertThat(healed.wires()).containsExactlyInAnyOrder(new Wire(INPUT, LAST), new Wire(LAST, LOSS));
    assertThat(healed.analyse().valid()).isTrue();
  }

  @Test
  void deletingTheFirstNodeLeavesTheNextWithoutInput() {
    Analysis analysis = chain().remove(List.of(INPUT)).analyse();
    assertThat(analysis.problems()).extracting(p -> p.sentence().key()).containsExactly("problem.no_input");
  }

  @Test
  void aSecondWireIntoADenseReplacesTheFirst() {
    Network network = chain().wire(INPUT, LAST);
    assertThat(network.sources(LAST)).extracting(Node::id).containsExactly(INPUT);
  }

  @Test
  void aMergeTakesSeveralWiresInTheOrderDrawn() {
    Network network = chain().add(new Add(), 0, 0).wire(LAST, 5).wire(HIDDEN, 5);
    assertThat(network.sources(5)).extracting(Node::id).containsExactly(LAST, HIDDEN);
  }

  @Test
  void noWireMayCloseACircle() {
    assertThat(WireRules.refusal(chain(), LAST, HIDDEN)).map(Problem::sentence).map(Message::key).contains("wire.circle");
    assertThat(WireRules.refusal(chain(), HIDDEN, HIDDEN)).map(Problem::sentence).map(Message::key).contains("wire.circle");
    assertThat(WireRules.refusal(chain(), LOSS, HIDDEN)).map(Problem::sentence).map(Message::key).contains("wire.after_loss");
    assertThat(WireRules.refusal(chain(), HIDDEN, INPUT)).map(Problem::sentence).map(Message::key).contains("wire.into_input");
  }

  @Test
  void aWireOfAWrongShapeNamesBothNodesInBothLanguages() {
    Network network =
        Network.EMPTY.add(new Input(Shape.of(1, 8, 8)), 0, 0).add(LayerCatalog.find("conv2d").orElseThrow().fresh(), 0, 0)
            .add(Dense.of(10, Activation.SOFTMAX), 0, 0).wire(1, 2);
    Problem objection = WireRules.objection(network, 2, 3).orElseThrow();
    assertThat(objection.node()).isEqualTo(3);
    assertThat(Texts.ENGLISH.say(objection.sentence()))
        .isEqualTo("Dense (dense_1) expects a vector per example, but Conv 2D (conv_1) outputs 8×8×8 (channel × height × width). Insert a "
            + "Flatten between them.");
    assertThat(Texts.CHINESE.say(objection.sentence())).contains("dense_1", "conv_1", "8×8×8");
  }

  @Test
  void aHalfDrawnNetworkSaysWhatIsMissing() {
    assertThat(Network.EMPTY.analyse().problems()).extracting(p -> p.sentence().key()).containsExactly("network.empty");
    Network noLoss = Network.EMPTY.add(Input.row(2), 0, 0);
    assertThat(noLoss.analyse().problems()).extracting(p -> p.sentence().key()).containsExactly("network.no_loss");
    Network twoLosses = chain().add(Output.of(Loss.MSE), 0, 0).wire(LAST, 5);
    assertThat(twoLosses.analyse().problems()).extracting(p -> p.sentence().key()).containsExactly("network.two_losses");
  }

  @Test
  void aNodeThatLeadsNowhereDoesNotKeepTheOthersFromRunning() {
    assertThat(chain().add(Dense.of(3, Activation.TANH), 0, 0).analyse().valid()).isTrue();
  }

  @Test
  void aSettingOutOfRangeIsAProblemOfItsNode() {
    Analysis analysis = chain().with(HIDDEN, node -> node.withLayer(Dense.of(0, Activation.RELU))).analyse();
    assertThat(analysis.problems().get(0).node()).isEqualTo(HIDDEN);
    assertThat(analysis.problems().get(0).place()).isEqualTo(Problem.Place.SETTINGS);
  }

  @Test
  void changingASharedLayerChangesBothUses() {
    Network shared = chain().addShared(HIDDEN, 0, 0);
    Network changed = shared.with(5, node -> node.withLayer(Dense.of(4, Activation.TANH)));
    assertThat(changed.node(HIDDEN).layer()).isEqualTo(changed.node(5).layer());
  }

  @Test
  void whenTheOwnerOfSharedWeightsGoesTheOtherInheritsThem() {
    Network left = chain().addShared(HIDDEN, 0, 0).remove(List.of(HIDDEN));
    assertThat(left.node(5).sharesWeights()).isFalse();
  }

  @Test
  void pastedNodesGetNewNamesAndKeepTheWiresAmongThem() {
    Network chain = chain();
    Network pasted = chain.paste(chain.only(List.of(HIDDEN, LAST)), 0, 100);
    assertThat(pasted.nodes()).hasSize(6).extracting(Node::name).doesNotHaveDuplicates();
    assertThat(pasted.targets(5)).extracting(Node::id).containsExactly(6);
  }

  @Test
  void undoGoesBackOneNamedEditAtATimeAndSliderDragsAreOne() {
    History<Network> history = new History<>(Network.EMPTY);
    history.apply(new Edit<>(Message.of("a"), network -> chain()));
    for (int units = 2; units < 6; units++) {
      Dense dense = Dense.of(units, Activation.RELU);
      history.apply(new Edit<>(Message.of("b"), "units", network -> network.with(HIDDEN, node -> node.withLayer(dense))));
    }
    assertThat(history.undoName()).contains(Message.of("b"));
    history.undo();
    assertThat(history.document()).isEqualTo(chain());
    history.redo();
    assertThat(history.document().node(HIDDEN).layer()).isEqualTo(Dense.of(5, Activation.RELU));
    history.undo();
    history.undo();
    assertThat(history.document()).isEqualTo(Network.EMPTY);
    assertThat(history.undoName()).isEmpty();
  }
}
