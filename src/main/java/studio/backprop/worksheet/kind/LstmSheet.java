package studio.backprop.worksheet.kind;

import static studio.backprop.worksheet.kind.HumaneNumbers.name;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import studio.backprop.text.Message;
import studio.backprop.worksheet.FunctionTable;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.SheetPicture;
import studio.backprop.worksheet.SheetRule;
import studio.backprop.worksheet.SheetSection;
import studio.backprop.worksheet.Slip;
import studio.backprop.worksheet.TabulatedFunction;

/** One time step of a scalar LSTM cell. */
final class LstmSheet implements SheetKind {
  private static final List<String> GATES = List.of("i", "f", "o", "g");
  private static final double LEAST_STATE = 0.1;

  @Override
  public String id() {
    return "lstm-step";
  }

  @Override
  public String letters() {
    return "LS";
  }

  @Override
  public Map<String, Double> draw(Random random) {
    Map<String, Double> givens = new LinkedHashMap<>();
    givens.put("x", 1.0);
    givens.put("h", 0.5);
    givens.put("c", HumaneNumbers.of(random, 0.2, 0.4, 0.6, 0.8));
    for (String gate : GATES) {
      givens.put("w." + gate, HumaneNumbers.tenth(random, 2, 9));
      givens.put("u." + gate, HumaneNumbers.of(random, -0.4, -0.2, 0.2, 0.4));
      givens.put("b." + gate, HumaneNumbers.tenth(random, 1, 6));
    }
    return givens;
  }

  @Override
  public List<SheetRule> rules() {
    return List.of(
        SheetRule.of("table_rows", values -> GATES.stream().mapToDouble(gate -> HumaneNumbers.size(values, "z." + gate))
            .allMatch(size -> size >= 0.2 - 1e-9 && size <= 1.5 + 1e-9)),
        SheetRule.of("sums_differ", values -> GATES.stream().mapToLong(gate -> Math.round(values.applyAsDouble("z." + gate) * 1e6))
            .distinct().count() == GATES.size()),
        SheetRule.of("state", values -> HumaneNumbers.size(values, "c_n") >= LEAST_STATE));
  }

  @Override
  public List<SheetSection> sections(Map<String, Double> givens) {
    List<SheetLine> sums = new ArrayList<>();
    List<SheetLine> gates = new ArrayList<>();
    for (String gate : GATES) {
      String sum = "w." + gate + "*x + u." + gate + "*h";
      sums.add(SheetLine.of("z." + gate, sum + " + b." + gate, name("gate_sum", Message.of("worksheet.gate." + gate)),
          Slip.clear("no_bias", sum), Slip.clear("no_state", "w." + gate + "*x + b." + gate)));
      boolean candidate = gate.equals("g");
      gates.add(SheetLine.of(gate, (candidate ? "tanh" : "sigmoid") + "(z." + gate + ")",
          name("gate", Message.of("worksheet.gate." + gate)),
          candidate ? Slip.clear("sigmoid_for_tanh", "sigmoid(z.g)") : Slip.of("tanh_for_sigmoid", "tanh(z." + gate + ")", 0),
          candidate ? Slip.clear("sign", "-tanh(z.g)") : Slip.of("sigmoid_sign", "sigmoid(-z." + gate + ")", 0)));
    }
    List<SheetLine> states = List.of(
        SheetLine.of("c_n", "f*c + i*g", name("cell_state"), Slip.of("sign_lost", "f*c + i*abs(g)", 0),
            Slip.of("gates_swapped", "i*c + f*g", 0), Slip.of("no_forget", "c + i*g", 0)),
        SheetLine.of("T", "tanh(c_n)", name("tanh_state"), Slip.of("sigmoid_for_tanh", "sigmoid(c_n)", Slip.CLEAR))
            .read(TabulatedFunction.TANH, "c_n"),
        SheetLine.of("h_n", "o*T", name("hidden_state"), Slip.of("no_tanh", "o*c_n", Slip.FINE), Slip.of("other_gate", "f*T", 0)));
    return List.of(SheetSection.list("sums", 2, sums), SheetSection.list("gates", 2, gates), SheetSection.list("states", 2, states));
  }

  @Override
  public List<SheetPicture> pictures(Map<String, Double> givens) {
    List<List<String>> names = Stream.of("w.", "u.", "b.").map(row -> GATES.stream().map(gate -> row + gate).toList()).toList();
    return List.of(new SheetPicture.Values(List.of("x", "h", "c")), new SheetPicture.Grid(Message.of("worksheet.gates"),
        GATES.stream().map(HumaneNumbers::literal).toList(),
        List.of(Message.of("worksheet.row.x"), Message.of("worksheet.row.h"), Message.of("worksheet.row.bias")), names));
  }

  @Override
  public List<FunctionTable> tables() {
    return List.of(FunctionTable.gates(), FunctionTable.tanh());
  }
}
