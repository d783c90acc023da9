package studio.backprop.app.lesson;

import studio.backprop.ui.compare.ComparisonModel;
import studio.backprop.ui.doctor.DoctorModel;
import studio.backprop.ui.document.DocumentModel;
import studio.backprop.ui.evaluate.fold.FoldsModel;
import studio.backprop.ui.pad.PadModel;
import studio.backprop.ui.run.RunModel;
import studio.backprop.ui.search.SearchModel;

/** The models of a window that the commands of its lesson move, as a person moves them. */
public record LessonModels(
    DocumentModel document, RunModel run, ComparisonModel comparison, FoldsModel folds, SearchModel search, DoctorModel doctor,
    PadModel pad) {
}
