package studio.backprop.app;

import static studio.backprop.app.SampleProjects.project;
import static studio.backprop.app.SampleProjects.row;
import static studio.backprop.app.SampleProjects.training;
import static studio.backprop.layer.Activation.RELU;
import static studio.backprop.layer.Activation.SIGMOID;
import static studio.backprop.layer.Activation.SOFTMAX;
import static studio.backprop.layer.Activation.TANH;

import java.util.LinkedHashMap;
import java.util.Map;
import studio.backprop.data.DataSettings;
import studio.backprop.data.Scaling;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.network.Network;
import studio.backprop.project.Project;
import studio.backprop.store.Saved;
import studio.backprop.tensor.Init;

/** The patients of the last lesson: the troubles of earlier ones, without their names. */
final class ClinicProjects {
  private ClinicProjects() {}

  /** By lesson and file. */
  static Map<String, Saved> all() {
    Map<String, Saved> all = new LinkedHashMap<>();
    all.put("clinic/patient-1", Saved.of(LessonProjects.receipts(LessonProjects.RECEIPTS, true, LessonProjects.plain(100, 4, 0.122))));
    all.put("clinic/patient-2", Saved.of(wine()));
    all.put("clinic/patient-3", Saved.of(alike()));
    all.put("clinic/patient-4", Saved.of(LessonProjects.deepMoons()));
    all.put("clinic/patient-5", LessonProjects.asleep());
    all.put("clinic/patient-6", Saved.of(LaterLessonProjects.fewMoons()));
    all.put("clinic/patient-7", Saved.of(alone()));
    return all;
  }

  /** Columns as they are, some in hundreds. */
  private static Project wine() {
    Network network = row(Input.row(13), Dense.of(16, RELU), Dense.of(3, SOFTMAX), Output.of(Loss.CROSS_ENTROPY));
    DataSettings data = DataSettings.of("wine").withSeed(2).withScaling(Scaling.NONE);
    return project(LessonProjects.named(network, "hidden", "out"), data, LessonProjects.plain(30, 16, 0.1));
  }

  /** Every weight the same. */
  private static Project alike() {
    Init same = Init.constant(0.1);
    Network network = row(Input.row(2), new Dense(10, TANH, same, true, true), new Dense(1, SIGMOID, same, true, true),
        Output.of(Loss.BINARY_CROSS_ENTROPY));
    DataSettings circles = DataSettings.of("circles").withPoints(1000);
    return project(LessonProjects.named(network, "hidden", "out"), circles, training(60, 32, 0.03));
  }

  /** Four fields and one straight line: the only one that needs a layer. */
  private static Project alone() {
    Network network = row(Input.row(2), Dense.of(1, SIGMOID), Output.of(Loss.BINARY_CROSS_ENTROPY));
    return project(LessonProjects.named(network, "out"), DataSettings.of("xor"), training(100, 16, 0.03).withSeed(0));
  }
}
