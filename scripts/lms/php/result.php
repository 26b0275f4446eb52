<?php
// What the database has of a learner in a course: result.php COURSE NAME. Read from the tables, not from Moodle's pages.

require(__DIR__ . '/start.php');

function result(int $course, string $name): array {
    global $DB;
    $user = $DB->get_field('user', 'id', ['username' => $name], MUST_EXIST);
    $grades = $DB->get_records_sql(
        "SELECT i.id, i.itemmodule, i.itemname, i.grademax, g.finalgrade FROM {grade_items} i
           LEFT JOIN {grade_grades} g ON g.itemid = i.id AND g.userid = ?
          WHERE i.courseid = ? AND i.itemtype = 'mod' ORDER BY i.id", [$user, $course]);
    $completed = $DB->get_field_sql(
        "SELECT COUNT(*) FROM {course_modules_completion} c JOIN {course_modules} m ON m.id = c.coursemoduleid
          WHERE m.course = ? AND c.userid = ? AND c.completionstate IN (1, 2)", [$course, $user]);
    $tracked = $DB->count_records_select('course_modules', 'course = ? AND completion > 0', [$course]);
    $kept = $DB->get_records_sql_menu(
        "SELECT e.element, v.value FROM {scorm} s
           JOIN {scorm_attempt} a ON a.scormid = s.id
           JOIN {scorm_scoes_value} v ON v.attemptid = a.id
           JOIN {scorm_element} e ON e.id = v.elementid
          WHERE s.course = ? AND a.userid = ? ORDER BY v.id", [$course, $user]);
    return [
        'grades' => array_values(array_map(fn($each) => [
            'kind' => $each->itemmodule, 'name' => $each->itemname, 'max' => (float) $each->grademax,
            'grade' => $each->finalgrade === null ? null : (float) $each->finalgrade,
        ], $grades)),
        'completed' => (int) $completed, 'tracked' => $tracked, 'kept' => (object) $kept,
        'course_completed' => $DB->record_exists_select(
            'course_completions', 'course = ? AND userid = ? AND timecompleted > 0', [$course, $user]),
    ];
}

answer(fn() => result((int) $argv[1], $argv[2]));
