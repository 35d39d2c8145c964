//! One report model to xlsx, docx, csv and json.
